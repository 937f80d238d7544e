import { fail, ok, type Result } from './result.ts';

/** Where in a value from outside something is wrong (`steps[3].item.text`), and what, in plain English. */
export interface Flaw {
	readonly path: string;
	readonly message: string;
}

/**
 * Turns a value from outside into a typed one or throws a `Misfit`; only `decode` catches it.
 * Decoders are written as plain functions so that they compose without a schema language.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

class Misfit extends Error {
	readonly path: string;

	constructor(path: string, message: string) {
		super(message);
		this.path = path;
	}
}

/** Run `decoder` on `value`. A misfit comes back as a flaw with its path; nothing else is caught. */
export function decode<T>(decoder: Decoder<T>, value: unknown, path = ''): Result<T, Flaw> {
	try {
		return ok(decoder(value, path));
	} catch (error) {
		if (error instanceof Misfit) return fail({ path: error.path, message: error.message });
		throw error;
	}
}

/** For decoders that refuse for a reason of their own. */
export function misfit(path: string, message: string): never {
	throw new Misfit(path, message);
}

/**
 * Well-formed text of at most `max` bytes in UTF-8. NUL and lone surrogates are refused because a store
 * and a wire change them silently, and two clients would then hold different words.
 */
export function text(max: number, min = 0): Decoder<string> {
	return (value, path) => {
		if (typeof value !== 'string') misfit(path, 'must be text');
		if (value.length < min)
			misfit(path, min === 1 ? 'must not be empty' : `must have ${min} characters or more`);
		if (value.length * 3 > max && bytes(value) > max) misfit(path, `must not be longer than ${max} bytes`);
		if (value.includes('\0')) misfit(path, 'must not contain the NUL character');
		if (!value.isWellFormed()) misfit(path, 'must not contain half of a surrogate pair');
		return value;
	};
}

/** From here on it is quicker to let the engine encode a text than to look at every unit of it. */
const LONG = 16_384;
const ENCODER = new TextEncoder();

/** How many bytes `value` takes in UTF-8. */
export function bytes(value: string): number {
	if (value.length > LONG && value.isWellFormed()) return ENCODER.encode(value).length;
	let count = value.length;
	for (let at = 0; at < value.length; at++) {
		const unit = value.charCodeAt(at);
		if (unit > 0x7f) count += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
	}
	return count;
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): Decoder<number> {
	return (value, path) => {
		if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
			misfit(path, `must be a whole number from ${min} to ${max}`);
		return value;
	};
}

/** A finite number from `min` to `max`. */
export function number(min: number, max: number): Decoder<number> {
	return (value, path) => {
		if (typeof value !== 'number' || !(value >= min && value <= max))
			misfit(path, `must be a number from ${min} to ${max}`);
		return value;
	};
}

/** `true` or `false`. */
export const flag: Decoder<boolean> = (value, path) =>
	typeof value === 'boolean' ? value : misfit(path, 'must be true or false');

/** One of the words given. */
export function oneOf<const T extends string>(words: readonly T[]): Decoder<T> {
	return (value, path) =>
		words.find((word) => word === value) ?? misfit(path, `must be one of: ${words.join(', ')}`);
}

/** `null`, or what `decoder` accepts. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
	return (value, path) => (value === null ? null : decoder(value, path));
}

/** A list of at most `max` entries. */
export function list<T>(decoder: Decoder<T>, max: number, min = 0): Decoder<T[]> {
	return (value, path) => {
		if (!Array.isArray(value)) misfit(path, 'must be a list');
		if (value.length > max) misfit(path, `must not have more than ${max} entries`);
		if (value.length < min) misfit(path, `must have ${min} entries or more`);
		return value.map((entry: unknown, at) => decoder(entry, `${path}[${at}]`));
	};
}

type Fields<T> = { readonly [K in keyof T]-?: Decoder<T[K]> };

/** An object with exactly these keys. One that `defaults` names may be left out; a default `undefined` stays out. */
export function object<T extends object>(fields: Fields<T>, defaults: Partial<T> = {}): Decoder<T> {
	const keys = Object.keys(fields) as (keyof T & string)[];
	return (value, path) => {
		const given = record(value, path, keys);
		const result: Partial<T> = {};
		for (const key of keys) {
			const at = path === '' ? key : `${path}.${key}`;
			if (given[key] !== undefined) result[key] = fields[key](given[key], at);
			else if (!(key in defaults)) misfit(at, 'is missing');
			else if (defaults[key] !== undefined) result[key] = defaults[key];
		}
		return result as T;
	};
}

/** An object with some of these keys and no others. */
export function partial<T extends object>(fields: Fields<T>): Decoder<Partial<T>> {
	const keys = Object.keys(fields) as (keyof T & string)[];
	return (value, path) => {
		const given = record(value, path, keys);
		const result: Partial<T> = {};
		for (const key of keys)
			if (given[key] !== undefined)
				result[key] = fields[key](given[key], path === '' ? key : `${path}.${key}`);
		return result;
	};
}

/** Picks the decoder by the word under `key`, so that a misfit speaks of the right kind. */
export function tagged<T>(key: string, decoders: Record<string, Decoder<T>>): Decoder<T> {
	const words = Object.keys(decoders);
	return (value, path) => {
		const word = oneOf(words)(record(value, path)[key], path === '' ? key : `${path}.${key}`);
		return decoders[word]!(value, path);
	};
}

const MAX_JSON_DEPTH = 16;

/** Any plain JSON value that is not deep; strings must be well formed. For what a foreign format carried. */
export const json: Decoder<Json> = (value, path) => jsonWithin(value, path, MAX_JSON_DEPTH);

/**
 * No fewer bytes than `value` takes as JSON, told without making any; infinitely many where `json` refuses it, or might.
 * For the many small tables of which nothing has to be cut.
 */
export function mostBytes(value: unknown, depth = MAX_JSON_DEPTH): number {
	if (typeof value === 'string') return sound(value) ? 2 + value.length * 6 : Infinity;
	if (typeof value === 'number') return Number.isFinite(value) ? 24 : Infinity;
	if (typeof value !== 'object') return typeof value === 'boolean' ? 5 : Infinity;
	if (value === null) return 4;
	if (depth === 0) return Infinity;
	let most = 2;
	if (Array.isArray(value)) {
		for (const entry of value) most += mostBytes(entry, depth - 1) + 1;
		return most;
	}
	for (const key of Object.keys(value)) {
		if (key.length > 85 || RESERVED.has(key) || !sound(key)) return Infinity;
		most += 8 + key.length * 6 + mostBytes((value as Record<string, unknown>)[key], depth - 1);
	}
	return most;
}

function sound(text: string): boolean {
	return text.length <= 16_384 && !text.includes('\0') && text.isWellFormed();
}

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function jsonWithin(value: unknown, path: string, depth: number): Json {
	if (value === null || typeof value === 'boolean') return value;
	if (typeof value === 'number')
		return Number.isFinite(value) ? value : misfit(path, 'must be a finite number');
	if (typeof value === 'string') return text(65_536)(value, path);
	if (depth === 0) misfit(path, `must not be nested more than ${MAX_JSON_DEPTH} deep`);
	if (Array.isArray(value))
		return value.map((entry: unknown, at) => jsonWithin(entry, `${path}[${at}]`, depth - 1));
	return dictionary(jsonAt(depth - 1))(value, path);
}

function jsonAt(depth: number): Decoder<Json> {
	return (value, path) => jsonWithin(value, path, depth);
}

/** An object used as a table from free keys to values; the keys that could reach a prototype are refused. */
export function dictionary<T>(decoder: Decoder<T>): Decoder<Record<string, T>> {
	return (value, path) => {
		const result: Record<string, T> = {};
		for (const [key, entry] of Object.entries(record(value, path))) {
			if (RESERVED.has(key)) misfit(path, `must not have the key ${key}`);
			text(256)(key, path);
			result[key] = decoder(entry, path === '' ? key : `${path}.${key}`);
		}
		return result;
	};
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

function record(value: unknown, path: string, known?: readonly string[]): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) misfit(path, 'must be an object');
	if (known)
		for (const key of Object.keys(value))
			if (!known.includes(key)) misfit(path === '' ? key : `${path}.${key}`, 'is not a known key');
	return value as Record<string, unknown>;
}
