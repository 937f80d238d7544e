/**
 * Puts a picture on the clipboard that is made for it: browsers want to hear of it before it is ready. `false` where the
 * browser does not allow it, or there is none; it is not made where there is no clipboard, as on an address without https.
 */
export async function copyImage(make: () => Promise<Blob>): Promise<boolean> {
	if (typeof ClipboardItem === 'undefined' || !('clipboard' in navigator)) return false;
	try {
		const picture = make();
		// Where it is not allowed nobody asks what became of the picture.
		picture.catch(() => undefined);
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
		return true;
	} catch {
		return false;
	}
}
