// Words of the page where old documents are read.
import { words } from '../../shell/language.js';
import { english } from './words_en.js';
import { vietnamese } from './words_vi.js';

export const t = words({ vi: vietnamese, en: english });
