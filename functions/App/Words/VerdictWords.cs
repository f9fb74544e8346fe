using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Law;

namespace OneVisit.Functions.Words;

/// <summary>A verdict with its reasons and its sums, in words.</summary>
internal static class VerdictWords
{
    /// <summary>With the whole trace: facts, numbers, arithmetic and law of every line.</summary>
    public static ServiceVerdict Of(string service, Evaluation evaluation, ParameterText parameters, Language language) => new(
        service, Name(evaluation.Verdict), (evaluation.Verdict as Verdict.Likely)?.Monthly?.Yuan,
        [.. evaluation.Explain().Select(finding => Traced(finding, parameters, language))],
        [.. evaluation.StillOpen.Select(HouseholdFactNames.Of)])
    {
        Amount = evaluation.ExplainAmount() is { } amount ? AmountWords.Of(amount, parameters, language) : null,
    };

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Likely => "likely",
        Verdict.Unlikely => "unlikely",
        _ => "unknown",
    };

    public static Finding Of(RuleFinding finding, Language language) => new(
        finding.Rule, finding.Holds, Sentences.Of(language, $"rule.{finding.Rule}.{State(finding.Holds)}"),
        finding.Law.In(language), finding.Status.Code(), Sum(finding, language), finding.Person);

    private static Finding Traced(RuleFinding finding, ParameterText parameters, Language language) => Of(finding, language) with
    {
        Inputs = [.. finding.Inputs.Select(input => new FindingInput(
            HouseholdFactNames.Of(input.Question, finding.Person), input.Value is not null, FactText.Of(input, language)))],
        Arguments = [.. finding.Arguments.Select(argument => argument.ToString())],
        Parameters = [.. finding.Parameters.Select(used => parameters.Of(used, language))],
        Way = finding.Way is { } way ? new(way.Choice, way.Number) : null,
    };

    private static string? Sum(RuleFinding finding, Language language)
    {
        if (finding is not { Sum: { } sum, Holds: { } holds })
            return null;
        var figures = sum.Figures.Select(figure => (object)Sentences.Yuan(language, figure.Value)).ToArray();
        var words = Sentences.Of(language, $"sum.{sum.Kind}.{State(sum.Kind == finding.Rule ? holds : !holds)}", figures);
        return sum.Status == SourceStatus.Verified ? words : Sentences.Of(language, "sum." + sum.Status.Code(), words);
    }

    private static string State(bool? holds) => holds switch { true => "holds", false => "fails", _ => "unknown" };
}
