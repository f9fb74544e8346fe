using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Local.Host.Demo;

namespace OneVisit.Local.Host.Tests;

public sealed class DemoWordsTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void The_clock_names_all_work_and_everybody_who_does_it(string language)
    {
        var kinds = Enum.GetValues<StageKind>().Select(kind => kind.Code()).Concat(Enum.GetValues<StepKind>().Select(kind => kind.Code())).Concat([BesideTasks.Cosign, BesideTasks.Recheck, BesideTasks.ReadOut]);
        string[] shown = [.. kinds.Select(kind => $"kind{char.ToUpperInvariant(kind[0])}{kind[1..]}"), .. DemoStaff.All.Select(member => "role-" + member.Posts[0].Role.Code()).Distinct()];

        Assert.Empty(shown.Except(DemoWords.Of(language)!.Keys));
    }

    [Fact]
    public void Both_languages_have_the_same_words() => Assert.Equal(DemoWords.Of("zh-CN")!.Keys.Order(StringComparer.Ordinal), DemoWords.Of("en")!.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_language_that_nobody_speaks_here_has_none() => Assert.Null(DemoWords.Of("fr"));
}
