using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Local.FunctionsWorker.Invocation;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>A parameter from the request's JSON body, read by ASP.NET Core MVC itself.</summary>
internal static class JsonBody
{
    /// <exception cref="InvalidOperationException">
    /// No body, not JSON, or not the JSON asked for: this ends in 500 as it does in the real worker. A function that wants to answer 400 reads the request.
    /// </exception>
    public static async ValueTask<object?> ReadAsync(LocalFunctionContext context, Type type)
    {
        var shape = context.InstanceServices.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(type);
        var binder = context.InstanceServices.GetRequiredService<IModelBinderFactory>().CreateBinder(new()
        {
            Metadata = shape,
            BindingInfo = new() { BindingSource = BindingSource.Body },
        });
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new ActionContext { HttpContext = context.GetHttpContext()! },
            BindingSource = BindingSource.Body,
            ModelMetadata = shape,
            ModelName = "",
            ModelState = new(),
        };
        await binder.BindModelAsync(binding);
        if (binding.Result.IsModelSet)
            return binding.Result.Model;
        throw new InvalidOperationException($"The body is no {type.Name}: {string.Join(' ', binding.ModelState.Values.SelectMany(part => part.Errors).Select(error => error.ErrorMessage))}");
    }
}
