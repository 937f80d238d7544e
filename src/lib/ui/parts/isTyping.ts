/** Whether keys pressed here make words, or choose from a list: they are not for the page then. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches(FIELDS);
}

const FIELDS =
	'textarea, select, input:not([type="checkbox"], [type="radio"], [type="file"], [type="color"])';
