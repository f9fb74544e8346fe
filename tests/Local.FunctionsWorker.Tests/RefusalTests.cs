using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.DurableTask.Client;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed class RefusalTests
{
    public static class NoSuchRouteValue
    {
        [Function("F1")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")] HttpRequest request, string caseId) => new OkResult();
    }

    public static class DateInRoute
    {
        [Function("F2")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{day}")] HttpRequest request, DateOnly day) => new OkResult();
    }

    public static class QueryUnderAnotherName
    {
        [Function("F10")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [FromQuery(Name = "q")] string words) => new OkResult();
    }

    public static class OwnConverter
    {
        [Function("F11")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{day}")] HttpRequest request, [InputConverter(typeof(DayReader))] DateOnly day) =>
            new OkResult();
    }

    public sealed class DayReader;

    public static class UserLevel
    {
        [Function("F12")]
        public static IActionResult Run([HttpTrigger(AuthorizationLevel.User, "get")] HttpRequest request) => new OkResult();
    }

    public static class PlainResult
    {
        [Function("F3")]
        public static string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "";
    }

    public static class NoTrigger
    {
        [Function("F4")]
        public static IActionResult Run(HttpRequest request) => new OkResult();
    }

    public static class ForeignHub
    {
        [Function("F5")]
        public static IActionResult Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, [DurableClient(TaskHub = "other")] DurableTaskClient client) => new OkResult();
    }

    public static class BadSchedule
    {
        [Function("F6")]
        public static void Run([TimerTrigger("0 0 25 * * *")] TimerInfo timer)
        {
        }
    }

    public static class MissingSetting
    {
        [Function("F7")]
        public static void Run([TimerTrigger("%Nowhere%")] TimerInfo timer)
        {
        }
    }

    internal static class Hidden
    {
        [Function("F8")]
        public static void Run([TimerTrigger("0 0 1 * * *")] TimerInfo timer)
        {
        }
    }

    public static class Twice
    {
        [Function("F9")]
        public static void A([TimerTrigger("0 0 1 * * *")] TimerInfo timer)
        {
        }

        [Function("f9")]
        public static void B([TimerTrigger("0 0 1 * * *")] TimerInfo timer)
        {
        }
    }

    [Theory]
    [InlineData(typeof(NoSuchRouteValue), "F1", "caseId")]
    [InlineData(typeof(DateInRoute), "F2", "day")]
    [InlineData(typeof(QueryUnderAnotherName), "F10", "words.*own name")]
    [InlineData(typeof(OwnConverter), "F11", "day.*DayReader")]
    [InlineData(typeof(UserLevel), "F12", "User")]
    [InlineData(typeof(PlainResult), "F3", "String")]
    [InlineData(typeof(NoTrigger), "F4", "0 triggers")]
    [InlineData(typeof(ForeignHub), "F5", "client")]
    [InlineData(typeof(BadSchedule), "F6", "0 0 25")]
    [InlineData(typeof(MissingSetting), "F7", "Nowhere")]
    [InlineData(typeof(Hidden), "F8", "public")]
    [InlineData(typeof(Twice), "F9", "2 times")]
    public void What_cannot_run_is_refused_by_name_before_anything_starts(Type type, string function, string why)
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => LocalFunctionsHost.Create(builder => builder.ConfigureFunctionsWebApplication(), [type], new LocalFunctionsOptions()));

        Assert.Matches($"(?s){function}.*{why}", refused.Message);
    }

    [Fact]
    public void An_http_function_needs_the_web_application()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => LocalFunctionsHost.Create(_ => { }, [typeof(HttpFunctions)], new LocalFunctionsOptions()));

        Assert.Contains("ConfigureFunctionsWebApplication", refused.Message, StringComparison.Ordinal);
    }
}
