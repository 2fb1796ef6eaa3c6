/** A copy of a typed array with room for `length` numbers; those that are new are 0. Pure. */
export function grown<A extends Float64Array | Int32Array>(array: A, length: number): A {
	const Kind = array.constructor as new (length: number) => A;
	const larger = new Kind(length);
	larger.set(array);
	return larger;
}
