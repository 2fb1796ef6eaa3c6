/** A double and its two 32-bit words, in the same eight bytes. */
export const double = new Float64Array(1);
export const words = new Uint32Array(double.buffer);

// The low word comes first on every platform that runs a browser, but it costs nothing to look.
/** Which of the words has the sign, the exponent and the upper 20 bits of the fraction. */
export const HIGH = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;
