import readXlsxFile from 'read-excel-file';
export const readExcel = readXlsxFile;
