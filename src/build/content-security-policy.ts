import type { Plugin } from 'vite';

/**
 * What a built page may do: run and show what lies beside it, and nothing else. No inline script or
 * style, no other origin, and script addresses only through the two named Trusted Types policies:
 * Svelte's for its templates, and ours for the Web Worker.
 */
const POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"worker-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"manifest-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types svelte-trusted-html pushback-worker'
].join('; ');

/**
 * Puts the policy first into the head of every built page, before anything it could govern. The
 * development server goes without: its own scripts and styles are inline.
 */
export function contentSecurityPolicy(): Plugin {
	return {
		name: 'content-security-policy',
		apply: 'build',
		transformIndexHtml: {
			order: 'post',
			handler: () => [
				{
					tag: 'meta',
					attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
					injectTo: 'head-prepend'
				}
			]
		}
	};
}
