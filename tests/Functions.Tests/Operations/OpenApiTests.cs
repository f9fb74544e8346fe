using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Operations;

public sealed class OpenApiTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public void Every_http_function_is_described_and_nothing_else()
    {
        var functions = typeof(BackOffice).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .Select(method => (Function: method.GetCustomAttribute<FunctionAttribute>()!.Name, Http: method.GetParameters()
                .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).SingleOrDefault(trigger => trigger is not null)))
            // What answers wherever there is nothing is nothing to describe.
            .Where(found => found.Http is not null && found.Function != nameof(WrongAddress))
            .Select(found => (found.Function, Method: found.Http!.Methods![0], found.Http.Route));

        Assert.Equal(
            functions.Select(found => $"{found.Function} {found.Method} {found.Route}").Order(StringComparer.Ordinal),
            Operation.All.Select(operation => $"{operation.Function} {operation.Method} {operation.Route}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_description_is_there_for_everybody()
    {
        await using var office = await Office.OpenAsync(azurite);

        var document = await office.GetAsync<JsonObject>(Routes.OpenApi, null);

        Assert.Equal(("3.1.0", true), (document["openapi"]!.GetValue<string>(), document["paths"]!["/api/cases/{caseId}/tasks/{taskId}/outcome"]!["post"] is not null));
    }

    [Fact]
    public async Task Every_schema_that_is_named_is_there()
    {
        await using var office = await Office.OpenAsync(azurite);
        using var answer = await office.SendAsync(HttpMethod.Get, Routes.OpenApi, null);
        var text = await answer.Content.ReadAsStringAsync();
        var schemas = JsonNode.Parse(text)!["components"]!["schemas"]!.AsObject().Select(pair => pair.Key).ToHashSet();

        Assert.DoesNotMatch("\"\\$ref\":\"(?!#/components/schemas/)", text);
        var named = System.Text.RegularExpressions.Regex.Matches(text, "\"#/components/schemas/([A-Za-z]+)\"").Select(match => match.Groups[1].Value).Distinct();

        Assert.Superset(named.ToHashSet(), schemas);
        Assert.Contains("SubmitCase", schemas);
    }

    [Fact]
    public async Task Services_advice_health_and_the_description_are_open_and_nothing_else()
    {
        await using var office = await Office.OpenAsync(azurite);
        var document = await office.GetAsync<JsonObject>(Routes.OpenApi, null);

        var open = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Where(operation => operation.Value!["security"] is null);

        Assert.Equal(
            ["AddWorkingDays", "AskEligibility", "AskMaterials", "DescribeApi", "FindServices", "ListNoticePlaces", "ListRatingGrades", "ListServices", "ReportHealth", "ShowComplaint", "ShowObjection", "ShowOpenStatistics", "ShowService", "ShowTownshipNotices", "ShowVillageNotices", "TakeComplaint", "TakeEvents", "TakeObjection", "VerifyPaper"],
            open.Select(operation => operation.Value!["operationId"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }
}
