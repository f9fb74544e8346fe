using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Law;

namespace OneVisit.Domain.Eligibility.Conditions;

/// <summary>A rule as one service writes it down: with its law and its arguments.</summary>
/// <param name="TurnedRound">The service demands that it does not hold.</param>
internal sealed record RuleLine(RuleDefinition Definition, LawReference Law, ImmutableArray<Argument> Arguments, bool TurnedRound)
{
    /// <summary>The name under which it is told.</summary>
    public string Name => TurnedRound ? Definition.Opposite! : Definition.Name;

    public Question Asks => Definition.Asks[0];

    /// <summary>The name of the dated number.</summary>
    public string Parameter(string argument) => Values(argument)[0];

    public ImmutableArray<string> Services(string argument) => Values(argument);

    public int Number(string argument) => int.Parse(Values(argument)[0], NumberStyles.None, CultureInfo.InvariantCulture);

    public DateOnly Date(string argument) => DateOnly.ParseExact(Values(argument)[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ImmutableArray<string> Values(string argument) =>
        Arguments.FirstOrDefault(given => given.Name == argument)?.Values ?? throw new ArgumentException($"{Definition.Name} wants {argument}.");
}
