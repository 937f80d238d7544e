declare module 'subset-font' {
	/** The part of a font that draws `text`, in the wished container format. */
	function subsetFont(
		font: Buffer,
		text: string,
		options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' }
	): Promise<Buffer>;
	export = subsetFont;
}
