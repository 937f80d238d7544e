/** Gives the browser a file to keep under this name. */
export function download(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// The browser reads it a little later.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
