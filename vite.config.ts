import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		// Journeys need a browser and a build; they have a configuration of their own.
		exclude: ['tests/journeys/**'],
		environment: 'node',
		allowOnly: false
	}
});
