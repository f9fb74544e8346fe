using System.Text.Json.Serialization;
using OneVisit.Contracts;

namespace OneVisit.Bot.Statistics;

/// <summary>A chart, as the script draws it.</summary>
internal abstract record ChartFigures(string Title)
{
    [JsonIgnore]
    public abstract bool HasAnything { get; }

    /// <summary>Counts by name.</summary>
    /// <param name="Stacked">On top of each other, not side by side.</param>
    public sealed record Bars(string Title, IEnumerable<string> Names, params IReadOnlyList<ChartSeries> Series) : ChartFigures(Title)
    {
        public string Kind => "bars";

        public bool Stacked { get; init; }

        [JsonIgnore]
        public override bool HasAnything => Series.Any(series => series.HasAnything);
    }

    /// <summary>How many cases took from so many days to so many, both inclusive, and days that are marked.</summary>
    public sealed record Days(string Title, string Unit, IEnumerable<int[]> Names, IEnumerable<int> Marks, params IReadOnlyList<ChartSeries> Series) : ChartFigures(Title)
    {
        public string Kind => "days";

        [JsonIgnore]
        public override bool HasAnything => Series.Any(series => series.HasAnything);
    }

    /// <summary>A rate by months, percent, with its interval; <c>null</c> where it is not shown.</summary>
    /// <param name="Hidden">What is said then.</param>
    public sealed record Rate(string Title, string Hidden, IEnumerable<string> Names, [property: JsonIgnore] IReadOnlyList<RateView> Of) : ChartFigures(Title)
    {
        public string Kind => "rate";

        public IEnumerable<double?> Values => Of.Select(rate => rate.Percent);

        public IEnumerable<double?> Low => Of.Select(rate => rate.Low);

        public IEnumerable<double?> High => Of.Select(rate => rate.High);

        public IEnumerable<int> N => Of.Select(rate => rate.N);

        [JsonIgnore]
        public override bool HasAnything => Of.Count(rate => rate.Percent is not null) > 1;
    }
}

/// <param name="Colour">Name of the colour in the style sheet.</param>
internal sealed record ChartSeries(string Name, string Colour, IReadOnlyList<int?> Values)
{
    [JsonIgnore]
    public bool HasAnything => Values.Any(value => value > 0);
}
