import '../design/fonts.css';
import '../design/tokens.css';
import '../design/base.css';
import { mount } from 'svelte';
import Start from './Start.svelte';

const target = document.getElementById('page');
if (target !== null) mount(Start, { target });
