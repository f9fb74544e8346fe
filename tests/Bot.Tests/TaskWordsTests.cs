using System.Text.Json;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;

namespace OneVisit.Bot.Tests;

public sealed class TaskWordsTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void The_list_beside_the_desk_names_every_kind_of_work(string language)
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "words", language + ".json")))!;
        var kinds = Enum.GetValues<StageKind>().Select(kind => kind.Code()).Concat(Enum.GetValues<StepKind>().Select(kind => kind.Code())).Append(BesideTasks.Cosign).Append(BesideTasks.Recheck).Append(BesideTasks.ReadOut);

        Assert.All(kinds, kind => Assert.Contains($"kind{char.ToUpperInvariant(kind[0])}{kind[1..]}", words));
    }
}
