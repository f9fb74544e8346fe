using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>A parameter from the request's JSON body, read with the options of ASP.NET Core MVC.</summary>
internal static class JsonBody
{
    /// <exception cref="InvalidOperationException">The body is not the JSON asked for, which ends in 500 as it does in the real worker.</exception>
    public static async ValueTask<object?> ReadAsync(LocalFunctionContext context, Type type)
    {
        var request = context.GetHttpContext()!.Request;
        if (!request.HasJsonContentType())
            return null;
        var json = context.InstanceServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, json, context.CancellationToken);
        }
        catch (JsonException trouble)
        {
            throw new InvalidOperationException($"The body is no {type.Name}.", trouble);
        }
    }
}
