import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		// Journeys need a browser and a build; they have a configuration of their own.
		exclude: ['tests/journeys/**'],
		environment: 'node',
		// A guard against hanging, far above what any test takes on a busy machine.
		testTimeout: 60_000,
		allowOnly: false
	}
});
