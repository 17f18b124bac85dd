export { unzipSync, strFromU8 } from 'fflate';
