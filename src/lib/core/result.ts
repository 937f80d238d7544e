/** What can be refused comes back as a value; `throw` is for bugs. */
export type Result<T, E> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A success that carries `value`. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

/** A refusal that carries `error`. */
export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
	return { ok: false, error };
}

/** The end of an exhaustive `switch`: the compiler proves that it is never reached. */
export function never(value: never): never {
	throw new TypeError(`unreachable: ${JSON.stringify(value)}`);
}
