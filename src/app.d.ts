import type { Id } from '#lib/core/model/item.ts';
import type { Sessions } from '#lib/server/accounts/sessions.ts';
import type { Store } from '#lib/server/store/store.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks: a guest, or the one local person. */
			person: Id;
			/** Whether only this machine can reach the server. */
			isLocal: boolean;
			store: Store;
			/** For moving a person to another browser. */
			sessions: Sessions;
		}
		interface PageState {
			/** The page was opened as a copy of one's own of a debate that may only be read. */
			isCopy?: boolean;
		}
		interface Error {
			message: string;
			/** Names an unexpected error in the server's log. */
			id?: string;
		}
	}
}
