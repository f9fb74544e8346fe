using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;
using OneVisit.Functions.Tests.Running;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>Two platforms of different shapes answer the same questions: a city's own is one adapter.</summary>
public sealed class PlatformBindingTests
{
    private const string Key = "key-of-the-platform";
    private static readonly ResidentId Person = ((IdReading.Valid)ResidentId.Read(Applications.IdNumber, RegistryTwin.Day)).Id;
    private static readonly LookUpFor Why = new(LookUpPurpose.DataCheck, "XT261124-ABCDEF", "system");

    [Fact]
    public async Task A_question_carries_purpose_case_basis_and_fields_and_the_number_only_in_its_body()
    {
        await using var stub = await StubPlatform.OpenAsync((200, """{"answer":"value","value":"2","asOf":"2026-11-20"}"""));

        var answer = await AskAsync(stub, SharingShapes.Questions, RegistryQuestion.Vehicles);

        Assert.Equal(new RegistryAnswer.Value("2", RegistryTwin.Day), answer);
        var (path, key, body) = Assert.Single(stub.Heard);
        Assert.Equal(("/v1/questions", Key), (path, key));
        using var asked = JsonDocument.Parse(body);
        Assert.Equal(
            ("vehicles", Applications.IdNumber, "data-check", "XT261124-ABCDEF", "社会救助暂行办法 第十一条", "count"),
            (Text("question"), Text("idNumber"), Text("purpose"), Text("about"), Text("basis"), asked.RootElement.GetProperty("fields")[0].GetString()));

        string? Text(string name) => asked.RootElement.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("""{"answer":"yes","asOf":"2026-11-20"}""", "yes")]
    [InlineData("""{"answer":"no","asOf":"2026-11-20"}""", "no")]
    [InlineData("""{"answer":"unknown","asOf":"2026-11-20"}""", "unknown")]
    [InlineData("""{"answer":"no"}""", "unknown")]
    [InlineData("""{"answer":"maybe","asOf":"2026-11-20"}""", "unknown")]
    [InlineData("""{"answer":"value","asOf":"2026-11-20"}""", "unknown")]
    [InlineData("null", "unknown")]
    public async Task Only_an_answer_with_its_day_is_an_answer(string told, string kind)
    {
        await using var stub = await StubPlatform.OpenAsync((200, told));

        Assert.Equal(kind, (await AskAsync(stub, SharingShapes.Questions, RegistryQuestion.Married)).Kind);
    }

    [Theory]
    [InlineData(RegistryQuestion.Married, """{"code":"0000","date":"20261120","rows":[{"status":"1"}]}""", "yes", null)]
    [InlineData(RegistryQuestion.Married, """{"code":"0000","date":"20261120","rows":[]}""", "no", null)]
    [InlineData(RegistryQuestion.Vehicles, """{"code":"0000","date":"20261120","rows":[{"count":"1"},{"count":"1"}]}""", "value", "2")]
    [InlineData(RegistryQuestion.DisabilityGrade, """{"code":"0000","date":"20261120","rows":[{"kind":"physical","grade":"2"}]}""", "value", "physical:2")]
    [InlineData(RegistryQuestion.RegisteredWhere, """{"code":"0000","date":"20261120","rows":[]}""", "unknown", null)]
    [InlineData(RegistryQuestion.RegisteredWhere, """{"code":"0000","date":"20261120","rows":[{"area":"370982103201"},{"area":"110105001001"}]}""", "unknown", null)]
    [InlineData(RegistryQuestion.RegisteredWhere, """{"code":"0000","date":"20261120","rows":[{"area":"370982103201"},{"area":"370982103201"}]}""", "value", "370982103201")]
    [InlineData(RegistryQuestion.Married, """{"code":"9001","message":"系统忙"}""", "unknown", null)]
    [InlineData(RegistryQuestion.Married, """{"code":"0000","date":"20261120"}""", "unknown", null)]
    public async Task A_platform_that_sends_rows_of_records_answers_the_same_questions(RegistryQuestion question, string told, string kind, string? value)
    {
        await using var stub = await StubPlatform.OpenAsync((200, told));

        var answer = await AskAsync(stub, SharingShapes.Records, question);

        Assert.Equal((kind, value), (answer.Kind, (answer as RegistryAnswer.Value)?.Text));
        Assert.Equal("/exchange", Assert.Single(stub.Heard).Path);
    }

    [Theory]
    [InlineData("4002", UnknownReason.Refused)]
    [InlineData("9001", UnknownReason.Failed)]
    public async Task A_platform_that_is_busy_has_refused_nothing(string code, UnknownReason reason)
    {
        await using var stub = await StubPlatform.OpenAsync((200, $$"""{"code":"{{code}}"}"""));

        Assert.Equal(reason, Assert.IsType<RegistryAnswer.Unknown>(await AskAsync(stub, SharingShapes.Records, RegistryQuestion.Married)).Reason);
    }

    [Fact]
    public async Task A_platform_that_is_briefly_away_is_asked_again()
    {
        await using var stub = await StubPlatform.OpenAsync((503, ""), (503, ""), (200, """{"answer":"no","asOf":"2026-11-20"}"""));

        Assert.Equal(new RegistryAnswer.No(RegistryTwin.Day), await AskAsync(stub, SharingShapes.Questions, RegistryQuestion.Homes));
        Assert.Equal(3, stub.Heard.Count);
    }

    [Fact]
    public void Every_reason_and_every_question_has_its_words() => Assert.All(
        Enum.GetValues<UnknownReason>().Select(reason => "register.reason." + reason.Code())
            .Concat(RegistryQuestions.All.Select(question => "register.question." + question.Code()))
            .Concat(Enum.GetValues<RegistryEventKind>().Select(kind => "registry-event." + kind.Code()))
            .Concat(AskingReasons.All.Select(reason => "once-only." + reason)),
        key => Assert.NotEmpty(Sentences.Of(Language.Chinese, key)));

    private static async Task<RegistryAnswer> AskAsync(StubPlatform stub, string shape, RegistryQuestion question)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSharing(new SharingOptions(stub.Url, Key, shape));
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<ISharingPlatform>().AskAsync(new LookUp(question, Person, Why), CancellationToken.None);
    }
}
