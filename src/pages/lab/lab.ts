import '../../design/fonts.css';
import '../../design/tokens.css';
import '../../design/base.css';
import { mount } from 'svelte';
import Lab from './Lab.svelte';

const target = document.getElementById('page');
if (target !== null) mount(Lab, { target });
