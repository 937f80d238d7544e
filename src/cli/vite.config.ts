import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** The command line as one file, beside the pages' build; packages stay where npm put them. */
export default defineConfig({
	root: home,
	publicDir: false,
	build: {
		ssr: 'src/cli/argosy.ts',
		outDir: 'build/cli',
		emptyOutDir: true,
		target: 'node24',
		minify: false,
		rollupOptions: { output: { entryFileNames: 'argosy.js', codeSplitting: false } }
	},
	// Hundreds of small files take longer to find than to run: only what is no JavaScript stays apart.
	ssr: { noExternal: ['d3', /^d3-/, 'drizzle-orm', 'yaml', 'saxes', 'intl-messageformat', /^@formatjs/] }
});
