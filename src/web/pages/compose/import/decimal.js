// Decimals as Excel has them: of a number its first 15 digits, rounded half away from zero. Binary fractions know no 2.675.

/** What a number in binary holds reliably. */
const digits = 15;

/**
 * @param {number} value finite; its sign is left out
 * @param {number} places behind the point
 * @param {number} [shift] the point goes so far to the right before
 * @returns {[whole: string, fraction: string]} the fraction has so many places
 */
export function decimal(value, places, shift = 0) {
    const [mantissa, exponent] = Math.abs(value)
        .toExponential(digits - 1)
        .split('e');
    const number = BigInt(mantissa.replace('.', ''));
    const power = Number(exponent) - (digits - 1) + shift + places;
    const scale = 10n ** BigInt(Math.abs(power));
    const rounded = power >= 0 ? number * scale : (number + scale / 2n) / scale;
    const text = String(rounded).padStart(places + 1, '0');
    return [text.slice(0, text.length - places), text.slice(text.length - places)];
}
