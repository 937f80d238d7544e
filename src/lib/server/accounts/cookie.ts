import type { Visit } from './sessions.ts';

/** What of a request's address matters here. */
type Address = Pick<URL, 'protocol'>;

/** Under this name a browser keeps its token: on https no other page or host can set it. */
export function cookieName({ protocol }: Address): '__Host-session' | 'session' {
	return protocol === 'https:' ? '__Host-session' : 'session';
}

/** The cookie that makes this browser known again. */
export function cookieOf(visit: Visit, address: Address) {
	const options = {
		path: '/',
		httpOnly: true,
		secure: address.protocol === 'https:',
		sameSite: 'lax',
		expires: visit.expires
	} as const;
	return [cookieName(address), visit.token, options] as const;
}
