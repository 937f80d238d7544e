/** Accents of LaTeX and the marks of Unicode that combine in their stead. */
export const MARKS: ReadonlyMap<string, string> = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['=', '\u0304'],
	['u', '\u0306'],
	['.', '\u0307'],
	['"', '\u0308'],
	['r', '\u030A'],
	['H', '\u030B'],
	['v', '\u030C'],
	['d', '\u0323'],
	['c', '\u0327'],
	['k', '\u0328'],
	['b', '\u0331'],
	['t', '\u0361']
]);

const LETTERS = `
ss ß, o ø, O Ø, l ł, L Ł, ae æ, AE Æ, oe œ, OE Œ, aa å, AA Å, dh ð, DH Ð, th þ, TH Þ, dj đ, DJ Đ, ng ŋ, NG Ŋ, i ı,
j ȷ, SS ẞ, alpha α, beta β, gamma γ, delta δ, epsilon ε, varepsilon ε, zeta ζ, eta η, theta θ, vartheta ϑ, iota ι,
kappa κ, lambda λ, mu μ, nu ν, xi ξ, pi π, rho ρ, sigma σ, varsigma ς, tau τ, upsilon υ, phi φ, varphi φ, chi χ, psi ψ,
omega ω, Gamma Γ, Delta Δ, Theta Θ, Lambda Λ, Xi Ξ, Pi Π, Sigma Σ, Upsilon Υ, Phi Φ, Psi Ψ, Omega Ω, ldots …, dots …,
textellipsis …, textendash –, textemdash —, textquoteleft ‘, textquoteright ’, textquotedblleft “, textquotedblright ”,
textquotesingle ', textquotedbl ", quotedblbase „, quotesinglbase ‚, guillemotleft «, guillemotright », guilsinglleft ‹,
guilsinglright ›, textbackslash \\, textasciitilde ~, textasciicircum ^, textbraceleft {, textbraceright }, textbar |,
textless <, textgreater >, textdollar $, textunderscore _, textregistered ®, texttrademark ™, textcopyright ©,
copyright ©, S §, P ¶, pounds £, textsterling £, euro €, texteuro €, textdegree °, degree °, textmu µ, textbullet •,
textperiodcentered ·, textexclamdown ¡, textquestiondown ¿, le ≤, leq ≤, ge ≥, geq ≥, ne ≠, neq ≠, times ×, pm ±, mp ∓,
infty ∞, to →, rightarrow →, leftarrow ←, leftrightarrow ↔, Rightarrow ⇒, approx ≈, equiv ≡, cdot ·, in ∈, notin ∉,
subset ⊂, subseteq ⊆, cup ∪, cap ∩, forall ∀, exists ∃, neg ¬, land ∧, lor ∨, wedge ∧, vee ∨, vdash ⊢, models ⊨, circ ∘,
prime ′, sqrt √, sum ∑, prod ∏, int ∫, partial ∂, nabla ∇, ell ℓ, LaTeX LaTeX, TeX TeX, BibTeX BibTeX`;

const SILENT = `
textit textbf textsc textrm textsf texttt textmd textup textsl textnormal emph underline uline mbox hbox url nolinkurl
ensuremath text mathrm mathbf mathit mathsf mathcal mathbb operatorname textsuperscript textsubscript mkbibemph mkbibbold
mkbibitalic it bf em sc rm sf tt sl itshape bfseries scshape upshape selectlanguage relax protect noopsort small large
bibinfo natexlab / - ! , ; :`;

/** What a command says; those that only set type say nothing. */
export const COMMANDS: ReadonlyMap<string, string> = new Map([
	...LETTERS.split(/,\s+/).map((pair): [string, string] => {
		const [name, said] = pair.trim().split(' ') as [string, string];
		return [name, said];
	}),
	...SILENT.trim()
		.split(/\s+/)
		.map((name): [string, string] => [name, '']),
	...['$', '&', '%', '#', '_', '{', '}', ' '].map((sign): [string, string] => [sign, sign]),
	['newline', '\n'],
	['\\', ' '],
	['\n', ' ']
]);
