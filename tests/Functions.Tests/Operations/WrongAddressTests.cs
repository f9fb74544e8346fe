using System.Net;
using OneVisit.Contracts;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Operations;

/// <summary>Addresses that the back office does not have, and methods that an address does not take: a word for the reader, as to everything else.</summary>
public sealed class WrongAddressTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Theory]
    [InlineData("GET", "nowhere", "zh-CN", "系统里没有这个地址，请核对后再试。")]
    [InlineData("POST", "cases/XT261124-ABC123/tasks", "en", "There is nothing at this address. Please check it and try again.")]
    [InlineData("GET", "runtime/webhooks/durabletask/instances", "en", "There is nothing at this address. Please check it and try again.")]
    [InlineData("GET", "", "zh-CN", "系统里没有这个地址，请核对后再试。")]
    public async Task An_address_that_is_none_is_told_apart_from_what_is_not_there(string method, string route, string language, string detail)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(new HttpMethod(method), route, null, language: language);

        var problem = await Office.ProblemAsync(answer);
        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NoSuchAddress, detail), (answer.StatusCode, problem.Code, problem.Detail));
    }

    [Theory]
    [InlineData("DELETE", Routes.Services, "GET", "这个地址只支持 GET。")]
    [InlineData("DELETE", "cases/XT261124-ABC123/documents", "POST", "这个地址只支持 POST。")]
    [InlineData("PATCH", Routes.Holds, "GET, POST", "这个地址只支持 GET, POST。")]
    [InlineData("GET", "CASES/XT261124-ABC123/rating/", "POST, PUT", "这个地址只支持 POST, PUT。")]
    public async Task A_method_that_an_address_does_not_take_is_told_which_it_does(string method, string route, string allowed, string detail)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(new HttpMethod(method), route, Town.Officer);

        var problem = await Office.ProblemAsync(answer);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, ProblemCodes.OtherMethods, detail), (answer.StatusCode, problem.Code, problem.Detail));
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task An_answer_to_a_wrong_address_is_kept_by_nobody_on_the_way()
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Get, "nowhere", null);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }
}
