// Draws what stands in the tables. Without this file, or without the charts' own, the tables say it all.
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const ink = () => ({ color: colour('--ink'), fontSize: 13 });
const line = () => ({ lineStyle: { color: colour('--line') } });

// What all charts have alike. Styles in text of its own are not allowed on our pages; what is drawn needs none.
const frame = (figures, more) => ({
  animation: false,
  grid: { left: 8, right: 24, top: figures.series?.length > 1 ? 56 : 36, bottom: 8, containLabel: true },
  tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
  ...(figures.series?.length > 1 && { legend: { left: 0, top: 0, textStyle: ink() } }),
  ...more,
});
const bar = (series, more) => ({ type: 'bar', name: series.name, data: series.values, itemStyle: { color: colour(series.colour) }, barMaxWidth: 28, ...more });
// Above an axis that stands, its name begins at the axis: in the middle of it, it would be cut off at the edge.
const counts = (title, more) => ({ type: 'value', name: title, nameTextStyle: { ...ink(), align: 'left' }, axisLabel: ink(), splitLine: line(), minInterval: 1, ...more });

// Long names lie beside bars that lie, short ones stand under bars that stand.
function bars(figures, lying) {
  const names = { type: 'category', data: figures.names, axisLabel: { ...ink(), interval: lying ? 0 : 'auto', width: 150, overflow: 'truncate' }, axisLine: line(), inverse: lying };
  const values = counts(figures.title, lying && { nameLocation: 'middle', nameGap: 30, nameTextStyle: ink() });
  const chart = frame(figures, { xAxis: lying ? values : names, yAxis: lying ? names : values, series: figures.series.map(series => bar(series, figures.stacked && { stack: 'all' })) });
  if (lying) chart.grid.bottom = 34;
  return chart;
}

// How many cases took how many days, on a line of days on which the limits stand.
function days(figures, width) {
  const end = Math.max(...figures.marks.map(mark => mark + 5), ...figures.names.map(([, last]) => last));
  const [series] = figures.series;
  const each = figures.names[0][1] - figures.names[0][0];
  return frame(figures, {
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true, formatter: point => `${figures.names[point.dataIndex]?.join('–')}: ${point.value[1]}` },
    grid: { left: 8, right: 24, top: 56, bottom: 34, containLabel: true },
    xAxis: { type: 'value', name: figures.unit, nameLocation: 'middle', nameGap: 30, nameTextStyle: ink(), min: 0, max: end, interval: 10, axisLabel: ink(), axisLine: line(), splitLine: { show: false } },
    yAxis: counts(figures.title, { nameGap: 26 }),
    // A bar ends on its last day, so that it stands before the limit that it kept.
    series: [bar({ ...series, values: series.values.map((value, place) => [figures.names[place][1] - each / 2, value]) }, {
      barMaxWidth: null, barWidth: Math.max(3, (width - 80) / end * each * 0.9),
      markLine: { silent: true, symbol: 'none', lineStyle: { color: colour('--red'), type: 'dashed' }, label: { ...ink(), formatter: '{c}' }, data: figures.marks.map(mark => ({ xAxis: mark })) },
    })],
  });
}

// A rate by months, in the band in which it lies: few cases, wide band.
function rate(figures) {
  const edge = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true };
  const wide = figures.high.map((high, place) => high === null ? null : high - figures.low[place]);
  const told = place => figures.values[place] === null ? figures.hidden : `${figures.values[place]}% (${figures.low[place]}–${figures.high[place]}%), n ${figures.n[place]}`;
  return frame(figures, {
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, formatter: points => `${points[0].name}\n${told(points[0].dataIndex)}` },
    xAxis: { type: 'category', data: figures.names, axisLabel: ink(), axisLine: line() },
    yAxis: counts(figures.title, { min: 0, max: 100, axisLabel: { ...ink(), formatter: '{value}%' } }),
    series: [
      { ...edge, data: figures.low },
      { ...edge, data: wide, areaStyle: { color: colour('--blue'), opacity: 0.25 } },
      { type: 'line', name: figures.title, data: figures.values, symbolSize: 7, itemStyle: { color: colour('--blue') }, lineStyle: { color: colour('--blue') } },
    ],
  });
}

function draw(place) {
  const figures = JSON.parse(place.dataset.figures);
  const lying = figures.kind === 'bars' && Math.max(...figures.names.map(name => name.length)) > 8;
  place.hidden = false;
  if (lying) place.style.height = `${Math.max(160, figures.names.length * 28 * (figures.stacked ? 1 : figures.series.length) + 100)}px`;
  const chart = window.echarts.getInstanceByDom(place) ?? window.echarts.init(place, null, { renderer: 'canvas' });
  chart.setOption(figures.kind === 'days' ? days(figures, place.clientWidth) : figures.kind === 'rate' ? rate(figures) : bars(figures, lying), true);
  chart.resize();
}

if (window.echarts) {
  const places = [...document.querySelectorAll('[data-figures]')];
  places.forEach(draw);
  for (const place of places) {
    const table = place.parentElement.querySelector('details');
    if (table) table.open = false;
  }
  addEventListener('resize', () => places.forEach(draw));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => places.forEach(draw));
  addEventListener('beforeprint', () => document.querySelectorAll('.figure details').forEach(table => { table.open = true; }));
}
