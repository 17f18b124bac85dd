// What a file is, by its first bytes: names lie.

/** @param {Uint8Array} bytes @returns {'zip' | 'old-excel' | 'pdf' | 'text'} */
export function kindOf(bytes) {
    const begins = (/** @type {number[]} */ ...values) => values.every((value, i) => bytes[i] === value);
    if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'zip';
    if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel'; // as workbooks with a password are
    if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
    return 'text';
}
