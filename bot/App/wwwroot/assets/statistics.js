// Draws what stands in the tables. Without this file, or without the charts' own, the tables say it all.
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(figures) {
  const text = { color: colour('--ink'), fontSize: 13 };
  const line = { lineStyle: { color: colour('--line') } };
  const long = Math.max(...figures.names.map(name => name.length)) > 8;
  const names = { type: 'category', data: figures.names, axisLabel: { ...text, interval: long ? 0 : 'auto', width: 150, overflow: 'truncate' }, axisLine: line, inverse: long };
  const counts = { type: 'value', name: figures.title, nameTextStyle: text, axisLabel: text, splitLine: line, minInterval: 1 };
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    // Styles in text of its own are not allowed on our pages; what is drawn needs none.
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    xAxis: long ? counts : names,
    yAxis: long ? names : counts,
    series: [{ type: 'bar', name: figures.title, data: figures.values, itemStyle: { color: colour('--blue') }, barMaxWidth: 28 }],
  };
}

function draw(place) {
  const figures = JSON.parse(place.dataset.figures);
  if (!figures.names.length) return;
  place.hidden = false;
  if (figures.names.length > 8 && Math.max(...figures.names.map(name => name.length)) > 8) place.style.height = `${figures.names.length * 28 + 60}px`;
  const chart = window.echarts.getInstanceByDom(place) ?? window.echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption(options(figures), true);
  chart.resize();
}

if (window.echarts) {
  const places = [...document.querySelectorAll('[data-figures]')];
  places.forEach(draw);
  for (const place of places) place.parentElement.querySelector('details').open = false;
  addEventListener('resize', () => places.forEach(draw));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => places.forEach(draw));
  addEventListener('beforeprint', () => document.querySelectorAll('.figure details').forEach(table => { table.open = true; }));
}
