// Why a file cannot be imported, and how large it may be.

export const limits = {
    bytes: 20_000_000,
    unpacked: 300_000_000,
    rows: 20_000,
    /** Lines of a sheet that are looked at, with empty ones. */
    lines: 100_000,
    columns: 60,
    /** A document that the service takes, with room for what else is in it. */
    json: 3_500_000,
    milliseconds: 60_000,
};

/**
 * @typedef {'too-large' | 'too-many-rows' | 'too-long' | 'broken' | 'empty' | 'old-excel' | 'open-document' | 'word' | 'pdf' | 'unknown' |
 *     'too-slow'} Reason
 */

export class ImportFault extends Error {
    /** @param {Reason} reason */
    constructor(reason) {
        super(reason);
        this.reason = reason;
    }
}
