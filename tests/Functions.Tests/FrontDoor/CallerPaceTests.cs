using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.FrontDoor;

public sealed class CallerPaceTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private const int Most = 5;

    [Theory]
    [InlineData("zh-CN", "请稍等")]
    [InlineData("en", "Please wait a little")]
    public async Task Who_asks_without_end_is_told_in_their_language_when_to_come_again(string language, string title)
    {
        await using var office = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, Most + 1).Select(_ => office.SendAsync(HttpMethod.Get, Routes.Me, Town.Officer, language: language)));
        var refused = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        Assert.Equal((title, ProblemCodes.TooMany), (await Office.ProblemAsync(refused)) is var problem ? (problem.Title, problem.Code) : default);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Nobody_waits_because_of_somebody_else()
    {
        await using var office = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 2 * Most).Select(_ => office.SendAsync(HttpMethod.Get, Routes.Me, Town.Officer)));

        Assert.Equal(HttpStatusCode.OK, (await office.SendAsync(HttpMethod.Get, Routes.Me, Town.Chief)).StatusCode);
    }

    [Fact]
    public async Task What_anybody_may_ask_is_not_counted_here()
    {
        await using var office = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * Most).Select(_ => office.SendAsync(HttpMethod.Get, Routes.Services, null)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private Task<Office> OpenAsync() => Office.OpenAsync(azurite, services: services => services.AddSingleton(new CallerPace(Most)));
}
