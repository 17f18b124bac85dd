// Words of the parts that several pages share.
import { words } from '../shell/language.js';

export const t = words({
    vi: {
        page: 'Trang {page} trên {pages}',
        pageOf: 'Trang {page}/{pages}',
        zoomIn: 'Phóng to',
        zoomOut: 'Thu nhỏ',
        fit: 'Vừa khung',
        noPages: 'Chưa có trang nào.',
        unreadablePages: 'Không hiển thị được trang: {reason}',
    },
    en: {
        page: 'Page {page} of {pages}',
        pageOf: 'Page {page}/{pages}',
        zoomIn: 'Enlarge',
        zoomOut: 'Reduce',
        fit: 'Fit the width',
        noPages: 'There is no page yet.',
        unreadablePages: 'The pages cannot be shown: {reason}',
    },
});
