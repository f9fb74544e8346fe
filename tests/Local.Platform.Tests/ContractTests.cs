using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform.Tests;

/// <summary>The back office's two adapters against the running sandbox, over HTTP.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private const string Key = "a-key-for-the-tests";
    private static readonly DateOnly AsOf = new(2026, 11, 20);
    private static readonly LookUpFor Why = new(LookUpPurpose.DataCheck, "XT261124-ABCDEF", "system");
    private readonly HttpClient http = new();
    private SandboxPlatform platform = null!;

    public async Task InitializeAsync() => platform = await SandboxPlatform.StartAsync(new PlatformOptions(Key) { Port = 0, AsOf = AsOf });

    public async Task DisposeAsync()
    {
        http.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task By_another_name_than_this_machines_it_does_not_answer()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(platform.Url, "health"));
        request.Headers.Host = "rebound.example";
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Both_adapters_hear_the_same_of_the_same_people()
    {
        foreach (var index in Enumerable.Range(0, 40).Select(place => place * 997))
        {
            foreach (var question in RegistryQuestions.All)
            {
                var number = platform.Population.At(index).Number;
                var (asked, exchanged) = (await AskAsync(question, number), await AskAsync(question, number, SharingShapes.Records));
                Assert.True(asked == exchanged || question == RegistryQuestion.HouseholdSize, $"{question}: {asked} and {exchanged}");
                Assert.True(asked.IsKnown, $"{question} of {index}: {asked}");
            }
        }
    }

    [Fact]
    public async Task Of_somebody_who_is_none_of_its_people_it_says_only_that_they_are_registered_here()
    {
        const string typed = "370982197001010016";

        Assert.Equal(new RegistryAnswer.Value("370982", AsOf), await AskAsync(RegistryQuestion.RegisteredWhere, typed));
        Assert.All(RegistryQuestions.All.Skip(1), question => Assert.Equal("unknown", AskAsync(question, typed).Result.Kind));
    }

    [Fact]
    public async Task A_registry_that_is_down_is_heard_of_as_failed_and_the_others_answer()
    {
        platform.Faults.Set("marriages", new Fault(FaultKind.Down));
        var number = platform.Population.At(7).Number;

        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(RegistryQuestion.Married, number));
        Assert.Equal("unknown", (await AskAsync(RegistryQuestion.Married, number, SharingShapes.Records)).Kind);
        Assert.True((await AskAsync(RegistryQuestion.Homes, number)).IsKnown);
    }

    [Fact]
    public async Task A_registry_with_a_mistake_says_the_opposite_until_it_is_mended()
    {
        var number = platform.Population.At(0).Number;
        var truth = await AskAsync(RegistryQuestion.Vehicles, number);
        platform.Faults.Set(Faults.All, new Fault(FaultKind.Wrong));
        var wrong = await AskAsync(RegistryQuestion.Vehicles, number);
        platform.Faults.Set(Faults.All, null);

        Assert.NotEqual(truth.Kind == "no", wrong.Kind == "no");
        Assert.Equal(truth, await AskAsync(RegistryQuestion.Vehicles, number));
    }

    [Fact]
    public async Task Who_has_no_key_or_does_not_say_why_is_not_answered()
    {
        using var stranger = await http.PostAsJsonAsync(new Uri(platform.Url, "v1/questions"), new { question = "married", idNumber = platform.Population.At(0).Number });
        http.DefaultRequestHeaders.Add("X-Sharing-Key", Key);
        using var silent = await http.PostAsJsonAsync(new Uri(platform.Url, "v1/questions"), new { question = "married", idNumber = platform.Population.At(0).Number });

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.UnprocessableEntity), (stranger.StatusCode, silent.StatusCode));
    }

    [Fact]
    public async Task Faults_are_set_over_http_and_a_fault_nobody_knows_changes_nothing()
    {
        http.DefaultRequestHeaders.Add("X-Sharing-Key", Key);
        using var slow = await http.PutAsJsonAsync(new Uri(platform.Url, "sandbox/faults/deaths"), new { kind = "slow", milliseconds = 5 });
        using var odd = await http.PutAsJsonAsync(new Uri(platform.Url, "sandbox/faults/deaths"), new { kind = "sleepy" });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity), (slow.StatusCode, odd.StatusCode));
        Assert.Equal("""{"deaths":{"kind":"slow","milliseconds":5}}""", await http.GetStringAsync(new Uri(platform.Url, "sandbox/faults")));
    }

    [Fact]
    public async Task Its_description_tells_every_question_the_back_office_knows()
    {
        using var description = JsonDocument.Parse(await http.GetStringAsync(new Uri(platform.Url, "openapi.json")));
        var questions = description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Question").GetProperty("properties").GetProperty("question").GetProperty("enum");

        Assert.Equal(RegistryQuestions.All.Select(question => question.Code()).Order(), questions.EnumerateArray().Select(code => code.GetString()!).Order());
    }

    [Fact]
    public async Task Whoever_started_it_hears_one_line_whatever_goes_wrong_later()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SandboxPlatform).Assembly.Location, "--port", "0", "--city", "http://127.0.0.1:1/", "--end-with-input"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { [PlatformOptions.KeyVariable] = Key },
        };
        using var process = Process.Start(start)!;
        var troubles = process.StandardError.ReadToEndAsync();
        var url = new Uri((await process.StandardOutput.ReadLineAsync())![PlatformProgram.Ready.Length..]);
        http.DefaultRequestHeaders.Add("X-Sharing-Key", Key);

        using var unreachable = await http.PostAsJsonAsync(new Uri(url, "sandbox/tell"), new { kind = "death", idNumber = platform.Population.At(0).Number, on = AsOf });
        process.StandardInput.Close();

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.Contains("HttpRequestException", await troubles, StringComparison.Ordinal);
        await process.WaitForExitAsync();
    }

    private Task<RegistryAnswer> AskAsync(RegistryQuestion question, string number, string shape = SharingShapes.Questions)
    {
        var options = new SharingOptions(platform.Url, Key, shape);
        ISharingPlatform adapter = shape == SharingShapes.Records ? new RecordExchange(http, options, TimeProvider.System) : new CityPlatform(http, options, TimeProvider.System);
        return adapter.AskAsync(new LookUp(question, ((IdReading.Valid)ResidentId.Read(number, AsOf)).Id, Why), CancellationToken.None);
    }
}
