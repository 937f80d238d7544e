/** XML that was put together by `element` and `words` alone, so that every string in it is escaped. */
export type Markup = string;

type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element; attributes that are `null` or undefined are left out. */
export function element(name: string, attributes: Attributes, children: readonly Markup[] = []): Markup {
	let open = `<${name}`;
	for (const [key, value] of Object.entries(attributes))
		if (value !== null && value !== undefined) open += ` ${key}="${escaped(String(value))}"`;
	const inside = children.join('');
	return inside === '' ? `${open}/>` : `${open}>${inside}</${name}>`;
}

/** Text content. */
export function words(text: string): Markup {
	return escaped(text);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no way to write become a replacement character. */
function escaped(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(FORBIDDEN, '\ufffd')
		.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

// eslint-disable-next-line no-control-regex -- these are the characters that XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
