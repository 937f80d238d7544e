/** Puts a picture on the clipboard, also one that is still being made; `false` where the browser does not allow it. */
export async function copyImage(picture: Promise<Blob>): Promise<boolean> {
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
		return true;
	} catch {
		return false;
	}
}
