using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Documents;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Eligibility.People;
using OneVisit.Domain.Services;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tests.Words;

public sealed partial class SentenceTests
{
    private static readonly ResourceManager Resources = new(typeof(Sentences));

    public static TheoryData<string> Keys => [.. All("").Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Both_languages_have_the_same_sentences()
    {
        Assert.Equal(All("").Keys.Order(StringComparer.Ordinal), All("en").Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_sentence_holds_the_same_facts_in_both_languages(string key)
    {
        Assert.Equal(Placeholders(All("")[key]), Placeholders(All("en")[key]));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_Chinese_sentence_is_Chinese_and_an_English_one_is_not(string key)
    {
        if (key.EndsWith(".separator", StringComparison.Ordinal) || key is "actor" or "paper.signer" or "look.by" or "look.reason")
            return;
        Assert.Matches(Han(), All("")[key]);
        Assert.DoesNotMatch(Han(), All("en")[key].Replace("张桂兰", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_is_told_as_kept_as_broken_and_as_open()
    {
        var rules = typeof(RuleNames).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(
            from rule in rules from state in (string[])["holds", "fails", "unknown"] select $"rule.{rule}.{state}",
            key => Assert.NotEmpty(Sentences.Of(Language.Chinese, key)));
    }

    [Fact]
    public void Whatever_is_wrong_with_a_file_is_told_with_what_to_do_instead() => Assert.All(
        Enum.GetValues<DocumentProblem>().Except([DocumentProblem.Empty, DocumentProblem.UnknownType, DocumentProblem.TooLarge]).Select(problem => "problem.file." + problem.Code()).Append("problem.file.infected"),
        key => Assert.Contains("请", Sentences.Of(Language.Chinese, key), StringComparison.Ordinal));

    [Fact]
    public void Why_a_clock_stands_still_goes_on_or_gets_longer_is_told() => Assert.All(
        PauseCauses.All.Select(cause => "pause." + cause).Concat(ExtensionCauses.All.Select(cause => "extension." + cause))
            .Concat(typeof(ResumeReasons).GetFields().Select(field => "resumed." + (string)field.GetRawConstantValue()!)),
        key => Assert.NotEmpty(Sentences.Of(Language.Chinese, key)));

    [Fact]
    public void Every_mistake_of_a_catalogue_is_named() =>
        Assert.All(Enum.GetNames<FaultKind>(), kind => Assert.NotEmpty(Sentences.Of(Language.Chinese, "fault." + kind)));

    [Fact]
    public void Every_mistake_of_a_directory_is_told() =>
        Assert.All(Enum.GetNames<DirectoryFaultKind>(), kind => Assert.NotEmpty(Sentences.Of(Language.Chinese, "directory.fault." + kind)));

    [Fact]
    public void Posts_are_called_in_a_directory_as_everywhere_else() => Assert.All(
        Enum.GetValues<Role>().Where(role => role is not (Role.Resident or Role.System)),
        role => Assert.Equal((Sentences.Of(Language.Chinese, "role." + role.Code()), Sentences.Of(Language.English, "role." + role.Code())), DirectoryChoices.Posts.WordOf(role) is var word ? (word.Zh, word.En) : default));

    [Fact]
    public void Every_problem_has_a_title()
    {
        var codes = typeof(ProblemCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.NotEmpty(Sentences.Of(Language.Chinese, $"problem.{code}.title")));
    }

    [Theory]
    [InlineData(BesideTasks.Cosign)]
    [InlineData(BesideTasks.Recheck)]
    [InlineData(BesideTasks.CityVisit)]
    [InlineData(BesideTasks.Appraise)]
    [InlineData(BesideTasks.ReadOut)]
    public void Work_beside_the_stages_has_a_name_in_the_file_for_the_city(string stageId) => Assert.NotEmpty(Sentences.Of(Language.Chinese, "stage." + stageId));

    [Fact]
    public void Every_fact_that_is_asked_for_has_a_name() =>
        Assert.All(Enum.GetValues<Question>(), question => Assert.NotEmpty(Sentences.Of(Language.Chinese, $"fact.{question}")));

    [Fact]
    public void Every_fact_that_is_asked_for_has_its_place_in_what_is_posted() =>
        Assert.Equal(Enum.GetValues<Question>().Length, Enum.GetValues<Question>().Select(question => HouseholdFactNames.Of(question)).Distinct().Count());

    [Fact]
    public void Every_formula_is_told_in_words() =>
        Assert.All(FormulaBook.All, formula => Assert.NotEmpty(Sentences.Of(Language.Chinese, $"formula.{formula.Name}")));

    [Fact]
    public void What_a_fact_can_be_has_words() => Assert.All(
        Named<Emergency>().Concat(Named<DeceasedGroup>()).Concat(Named<ParentFate>()).Concat(Named<DisabilityKind>()).Concat(Named<Relation>()).Concat(Named<Absence>()),
        key => Assert.NotEmpty(Sentences.Of(Language.Chinese, "value." + key)));

    private static IEnumerable<string> Named<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{typeof(T).Name}.{name}");

    [Fact]
    public void Every_role_and_every_result_of_the_data_check_has_a_name()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(Sentences.Of(Language.Chinese, "role." + role.Code())));
        Assert.All(Enum.GetNames<Verification>(), name => Assert.NotEmpty(Sentences.Of(Language.Chinese, "note.verification." + name.ToLowerInvariant())));
    }

    [Fact]
    public void Every_event_of_a_case_and_every_act_has_words()
    {
        Assert.All(Names(typeof(CaseEvent)), type => Assert.NotEmpty(Sentences.Of(Language.Chinese, "event." + type)));
        Assert.All(Names(typeof(TaskAct)), act => Assert.NotEmpty(Sentences.Of(Language.Chinese, "act." + act)));

        static IEnumerable<string> Names(Type family) =>
            family.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
                .Select(known => (string)((System.Text.Json.Serialization.JsonDerivedTypeAttribute)known).TypeDiscriminator!);
    }

    [Fact]
    public void Every_pause_and_every_longer_limit_has_words() => Assert.All(
        PauseCauses.All.Select(cause => "pause." + cause).Concat(ExtensionCauses.All.Select(cause => "extension." + cause)), key => Assert.NotEmpty(Sentences.Of(Language.Chinese, key)));

    private static Dictionary<string, string> All(string culture)
    {
        var set = Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!;
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static string[] Placeholders(string sentence) => [.. Placeholder().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Han();
}
