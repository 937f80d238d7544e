import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'sqlite',
	schema: ['./src/lib/server/store/schema.ts', './src/lib/server/store/items/schema.ts'],
	out: './drizzle'
});
