import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/journeys/**/*.test.ts'],
		allowOnly: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
		maxWorkers: 2
	}
});
