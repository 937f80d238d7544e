declare module 'subset-font' {
	/** The part of a font that draws `text`, in the wished container format. */
	function subsetFont(
		font: Buffer,
		text: string,
		options?: {
			targetFormat?: 'truetype' | 'sfnt' | 'woff' | 'woff2';
			keepFeatures?: readonly string[];
			preserveNameIds?: readonly number[];
		}
	): Promise<Buffer>;
	export = subsetFont;
}
