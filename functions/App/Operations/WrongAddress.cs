using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using OneVisit.Contracts;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Operations;

/// <summary>
/// Answers what no other function does: an address we do not have (404), or one we have, but not for that method (405). The Functions host would answer both with an empty 404.
/// It asks the functions in the order of their names and takes the first whose route fits, so that this one's has to be the last of all.
/// </summary>
public static class WrongAddress
{
    private static readonly Lazy<(TemplateMatcher Route, string[] Methods)[]> Known = new(() =>
    [
        .. typeof(WrongAddress).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>().Where(http => http.Methods is not null)
            .Select(http => (new TemplateMatcher(TemplateParser.Parse(Routes.Prefix + http.Route), new()), http.Methods!)),
    ]);

    [Function(nameof(WrongAddress))]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        MethodsAt(request.Path) is { Length: > 0 } methods ? Problems.OtherMethods(request, methods) : Problems.NoSuchAddress(request);

    private static string[] MethodsAt(PathString path) =>
        [.. Known.Value.Where(known => known.Route.TryMatch(path, new())).SelectMany(known => known.Methods).Select(method => method.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];
}
