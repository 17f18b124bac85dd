// Vietnamese, and English for who switches to it. Each page brings its own words.

/** @typedef {'vi' | 'en'} Language */

const kept = 'vanthu.language';

/** @returns {Language} */
export function language() {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'vi';
}

/** @param {Language} chosen */
export function choose(chosen) {
    localStorage.setItem(kept, chosen);
    location.reload();
}

/**
 * A function that gives the words of a page: `const t = words({ vi: { saved: 'Đã lưu {n}' }, en: { … } })`, `t('saved', { n: 3 })`.
 * @template {Record<string, string>} Words
 * @param {{ vi: Words, en: { [key in keyof Words]: string } }} both
 */
export function words(both) {
    return (/** @type {keyof Words & string} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
        (language() === 'en' ? both.en : both.vi)[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Words of the shell, and those that several pages need. */
export const t = words({
    vi: {
        skip: 'Đến nội dung chính',
        start: 'Trang đầu',
        compose: 'Soạn văn bản',
        readings: 'Đọc văn bản cũ',
        archive: 'Kho lưu trữ',
        register: 'Sổ đăng ký',
        tasks: 'Nhiệm vụ',
        users: 'Người dùng',
        navigation: 'Các trang',
        otherLanguage: 'English',
        offline: 'Không kết nối được máy chủ vanthu. Việc đang làm vẫn ở trên trang; trang sẽ tự nối lại.',
        loading: 'Đang tải…',
        unknown: 'Không có trang này.',
        login: 'Đăng nhập',
        logout: 'Đăng xuất',
        logoutFailed: 'Chưa đăng xuất được: máy chủ không trả lời. Hãy thử lại.',
        name: 'Tên đăng nhập',
        password: 'Mật khẩu',
        changePassword: 'Đổi mật khẩu',
        oldPassword: 'Mật khẩu hiện nay',
        newPassword: 'Mật khẩu mới',
        newPasswordAgain: 'Mật khẩu mới, gõ lại',
        passwordHint: 'Ít nhất 10 ký tự.',
        passwordsDiffer: 'Hai lần gõ khác nhau.',
        passwordChanged: 'Đã đổi mật khẩu. Các máy khác đang mở phải đăng nhập lại.',
        again: 'Thử lại',
        close: 'Đóng',
        cancel: 'Hủy',
        save: 'Lưu',
        remove: 'Xóa',
        failed: 'Không làm được',
    },
    en: {
        skip: 'To the main content',
        start: 'Start',
        compose: 'Write a document',
        readings: 'Read old documents',
        archive: 'Archive',
        register: 'Register',
        tasks: 'Tasks',
        users: 'Users',
        navigation: 'Pages',
        otherLanguage: 'Tiếng Việt',
        offline: 'The vanthu service cannot be reached. What you are doing stays on this page; it connects again by itself.',
        loading: 'Loading…',
        unknown: 'There is no such page.',
        login: 'Log in',
        logout: 'Log out',
        logoutFailed: 'You are not logged out: the service did not answer. Try again.',
        name: 'User name',
        password: 'Password',
        changePassword: 'Change password',
        oldPassword: 'Present password',
        newPassword: 'New password',
        newPasswordAgain: 'New password again',
        passwordHint: 'At least 10 characters.',
        passwordsDiffer: 'The two are not the same.',
        passwordChanged: 'The password was changed. Other computers must log in again.',
        again: 'Try again',
        close: 'Close',
        cancel: 'Cancel',
        save: 'Save',
        remove: 'Delete',
        failed: 'That did not work',
    },
});

/** "2026-03-06" → "06/03/2026"; anything else as it is. @param {string | undefined} iso */
export function dayOf(iso) {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
    return found ? `${found[3]}/${found[2]}/${found[1]}` : (iso ?? '');
}

/** Text without accents, in small letters, for finding. @param {string} text */
export function plain(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
