import { decode, object, text, type Decoder } from '#lib/core/decode.ts';
import type { Id } from '#lib/core/model/item.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';

/** What a link lets whoever has it do. */
export type LinkRight = 'read' | 'edit';

/** Why there is no link: only an owner has them, or the server did not answer. */
export type Unlinked = 'forbidden' | 'away';

const made: Decoder<{ token: string }> = object<{ token: string }>({ token: text(256, 1) });

/** The address that gives `right` to whoever opens it; made on first asking, the same from then on. Never throws. */
export async function shareLink(debate: Id, right: LinkRight): Promise<Result<string, Unlinked>> {
	const response = await ask(debate, 'POST', right);
	if (!response.ok) return response;
	const decoded = decode(made, await response.value.json().catch(() => null));
	return decoded.ok ? ok(new URL(`/join/${decoded.value.token}`, location.href).href) : fail('away');
}

/** Makes the link of that right useless for everybody. Never throws. */
export async function revokeLink(debate: Id, right: LinkRight): Promise<Result<null, Unlinked>> {
	const response = await ask(debate, 'DELETE', right);
	return response.ok ? ok(null) : response;
}

async function ask(debate: Id, method: string, right: LinkRight): Promise<Result<Response, Unlinked>> {
	try {
		const response = await fetch(`/api/debates/${debate}/links`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ right })
		});
		if (response.ok) return ok(response);
		return fail(response.status < 500 ? 'forbidden' : 'away');
	} catch {
		return fail('away');
	}
}
