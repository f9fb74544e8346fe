using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Cases;

/// <summary>What registries answered in a case, in words: what was told with its day, what contradicts, and what is not known and why.</summary>
internal static class RegisterWords
{
    /// <summary>For who checks: what contradicts first, then all of it.</summary>
    public static IEnumerable<string> Lines(CaseFile file, Language language)
    {
        var contradictions = Contradictions(file);
        return Contradicting(contradictions, file, language).Concat(file.Current.RegisterAnswers.Except(contradictions).OrderBy(Place).Select(note => Line(note, file, language)));
    }

    /// <summary>For who reviews and decides: what contradicts, and what is still not known.</summary>
    public static IEnumerable<string> Unusual(CaseFile file, Language language) =>
        Contradicting(Contradictions(file), file, language).Concat(file.Current.RegisterAnswers.Where(note => !note.Answer.IsKnown).OrderBy(Place).Select(note => Line(note, file, language)));

    private static ImmutableArray<AnswerNote> Contradictions(CaseFile file) =>
        DataCheckQuestions.Contradictions(file.Current.Application.Household, file.Current.RegisterAnswers, CityOf(file));

    private static IEnumerable<string> Contradicting(IEnumerable<AnswerNote> contradictions, CaseFile file, Language language) =>
        contradictions.OrderBy(Place).Select(note => Sentences.Of(language, "register.contradicts", Line(note, file, language)));

    private static string Line(AnswerNote note, CaseFile file, Language language)
    {
        var asked = Sentences.Of(language, "register.question." + note.Question.Code());
        var question = note.Member is { } member ? Sentences.Of(language, "register.of-member", file.Current.NamedMembers[member - 1].Person.NameMasked, asked) : asked;
        return note.Answer is RegistryAnswer.Unknown unknown
            ? Sentences.Of(language, "register.unknown", question, Sentences.Of(language, "register.reason." + unknown.Reason.Code()))
            : Sentences.Of(language, "register.answer", question, Told(note, file, language), Sentences.Day(language, note.AsOf));
    }

    // The applicant first, then each member; what the check asks besides, in place of papers, comes last of each.
    private static (int, int) Place(AnswerNote note) => (note.Member ?? 0, DataCheckQuestions.All.IndexOf(note.Question) is var place and >= 0 ? place : DataCheckQuestions.All.Length + (int)note.Question);

    private static string Told(AnswerNote note, CaseFile file, Language language) => (note.Question, note.Answer) switch
    {
        (RegistryQuestion.RegisteredWhere, RegistryAnswer.Value { Text: var area }) =>
            Sentences.Of(language, area.StartsWith(CityOf(file), StringComparison.Ordinal) ? "register.value.here" : "register.value.elsewhere", area),
        (RegistryQuestion.HouseholdSize, { Number: { } people }) => Sentences.Of(language, "register.value.people", people),
        (RegistryQuestion.Vehicles, { Number: { } cars }) => Sentences.Of(language, "register.value.cars", cars),
        (RegistryQuestion.Homes, { Number: { } homes }) => Sentences.Of(language, "register.value.homes", homes),
        (RegistryQuestion.SocialInsurance, RegistryAnswer.Value { Text: var yuan }) => Sentences.Of(language, "register.value.insured", yuan),
        (RegistryQuestion.RecordedDead, RegistryAnswer.Value { Text: var day }) => Sentences.Of(language, "register.value.died", day),
        (RegistryQuestion.DisabilityGrade, RegistryAnswer.Value { Text: var grade }) => Sentences.Of(language, "register.value.disability", grade.Split(':')[^1]),
        (RegistryQuestion.Benefits, RegistryAnswer.Value { Text: var codes }) => CheckViews.List(codes.Split(',').Select(code => file.Catalogue.Find(code)?.Name.In(language) ?? code), language),
        (_, RegistryAnswer.Value { Text: var text }) => text,
        (_, var answer) => Sentences.Of(language, "check.answer." + answer.Kind),
    };

    private static string CityOf(CaseFile file) => file.Current.Applicant.VillageCode[..6];
}
