import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { launchOptions } from '../setup/browsers.mjs';

const FOLDER = 'test-results/shots';
const README_PICTURE = 'tests/shots/lab.png';

const WIDTHS = [375, 768, 1440] as const;
const THEMES = ['light', 'dark'] as const;
/** The preset that is seen in every width and theme, and the one in the README. */
const SHOWN = 'ten-slots';
/** So many pictures of play, this far apart in virtual nanoseconds: a tenth of a second on screen. */
const FRAMES_OF_PLAY = 6;
const BETWEEN_FRAMES = 2e6;

interface Shot {
	readonly width: number;
	readonly theme: string;
	readonly preset: string;
}

/** Takes every picture of the built page. */
export async function main(): Promise<void> {
	const server = await preview({ configFile: 'vite.config.ts', preview: { port: 4620 } });
	const browser = await chromium.launch(launchOptions('chromium'));
	const address = server.resolvedUrls?.local[0] ?? '';
	try {
		const page = await browser.newPage({ reducedMotion: 'no-preference' });
		for (const shot of plannedShots()) {
			await open(page, address, shot);
			const name = `${shot.preset}-${shot.width}-${shot.theme}`;
			await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
		}
		await open(page, address, { width: 1440, theme: 'light', preset: SHOWN });
		await page.screenshot({ path: README_PICTURE });
		await takePlay(page);
	} finally {
		await browser.close();
		await server.close();
	}
}

/** One preset in every width and theme, and every other once. */
function plannedShots(): readonly Shot[] {
	const inAll = WIDTHS.flatMap((width) => THEMES.map((theme) => ({ width, theme, preset: SHOWN })));
	const others = STRATEGIES.presets.filter(({ id }) => id !== SHOWN);
	return [...inAll, ...others.map(({ id }) => ({ width: 1440, theme: 'light', preset: id }))];
}

/** Shows a preset, paused at its telling moment. */
async function open(page: Page, address: string, { width, theme, preset }: Shot): Promise<void> {
	const time = STRATEGIES.presetById(preset)?.tellingAt ?? 0;
	await page.setViewportSize({ width, height: 900 });
	await page.goto(`${address}lab/?preset=${preset}&t=${time}&theme=${theme}`);
	await page.locator('html[data-ready]:not(:has([aria-busy="true"]))').waitFor();
}

/** A few pictures in a row while it plays, to see it move. */
async function takePlay(page: Page): Promise<void> {
	const start = await drawnTime(page);
	await page.getByRole('button', { name: 'Play', exact: true }).click();
	for (let frame = 0; frame < FRAMES_OF_PLAY; frame++) {
		const time = start + frame * BETWEEN_FRAMES;
		await page.waitForFunction(
			(least) =>
				Number(document.querySelector<HTMLElement>('figure[data-time]')?.dataset['time']) > least,
			time
		);
		await page.screenshot({ path: `${FOLDER}/playing-${frame}.png` });
	}
}

async function drawnTime(page: Page): Promise<number> {
	return Number(await page.locator('figure[data-time]').getAttribute('data-time'));
}
