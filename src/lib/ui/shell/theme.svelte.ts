/** `system` follows the machine; `contrast` is for print-like legibility. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** The theme that a person chose in this browser. */
class Choice {
	#theme = $state<Theme>(kept());

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		const { dataset } = document.documentElement;
		if (theme === 'system') delete dataset['theme'];
		else dataset['theme'] = theme;
		try {
			if (theme === 'system') localStorage.removeItem('theme');
			else localStorage.setItem('theme', theme);
		} catch {
			// A browser that keeps nothing still shows the theme until the page is closed.
		}
	}
}

function kept(): Theme {
	if (typeof document === 'undefined') return 'system';
	const set = document.documentElement.dataset['theme'];
	return THEMES.find((theme) => theme === set) ?? 'system';
}

export const choice = new Choice();
