import fc, { type Arbitrary } from 'fast-check';

/** One of `texts` with pieces cut out, doubled, moved or replaced, as bad luck and bad people do. */
export function spoilt(texts: readonly string[]): Arbitrary<string> {
	const change = fc.record({
		how: fc.constantFrom('cut', 'double', 'insert', 'end'),
		at: fc.nat(),
		length: fc.nat(80),
		noise: fc.oneof(
			fc.constantFrom('{', '}', '"', '(', ')', '<', '>', '&', ':', '- ', '\n', '\\', '#', '[', '__proto__'),
			fc.string({ unit: 'binary', maxLength: 12 })
		)
	});
	return fc
		.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
		.map(([text, changes]) => {
			let spoiled = text;
			for (const { how, at: anywhere, length, noise } of changes) {
				const at = spoiled.length === 0 ? 0 : anywhere % spoiled.length;
				if (how === 'cut') spoiled = spoiled.slice(0, at) + spoiled.slice(at + length);
				else if (how === 'double') spoiled = spoiled.slice(0, at + length) + spoiled.slice(at);
				else if (how === 'insert') spoiled = spoiled.slice(0, at) + noise + spoiled.slice(at);
				else spoiled = spoiled.slice(0, at);
			}
			return spoiled;
		});
}
