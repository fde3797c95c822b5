using System.Reflection;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Kpr.Functions.Tests.House;

/// <summary>What the genuine worker's generator and host refuse or warn of, as far as it shows in signatures; by the generator's own numbers where it has one.</summary>
internal static class WorkerRules
{
    public static IReadOnlyList<string> Check(IEnumerable<Type> types)
    {
        var functions = types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()!)).Where(found => found.Function is not null).ToList();
        return
        [
            .. functions.GroupBy(found => found.Function.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"AZFW0017 {same.Key}: two functions of one name"),
            .. functions.SelectMany(found => Check(found.Method).Select(fault => $"{fault.Id} {found.Function.Name}: {fault.What}")),
        ];
    }

    private static IEnumerable<(string Id, string What)> Check(MethodInfo method)
    {
        var bound = method.GetParameters().Select(parameter => (Parameter: parameter, Bindings: parameter.GetCustomAttributes<BindingAttribute>().ToList())).ToList();
        var triggers = bound.SelectMany(pair => pair.Bindings.OfType<TriggerBindingAttribute>().Select(trigger => (pair.Parameter, Trigger: trigger))).ToList();
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
        {
            yield return ("AZFW0002", "async void");
        }

        if (!method.IsPublic || method.IsGenericMethod || method.DeclaringType!.IsGenericType)
        {
            yield return ("host", "a function is public and not generic");
        }

        if (triggers.Count != 1)
        {
            yield return ("AZFW0005", $"{triggers.Count} triggers");
            yield break;
        }

        if (bound.Any(pair => pair.Bindings.Count > 1))
        {
            yield return ("AZFW0005", "two bindings on a parameter");
        }

        var (parameter, trigger) = triggers[0];
        if (method.GetCustomAttribute<RetryAttribute>() is not null && trigger is not TimerTriggerAttribute)
        {
            yield return ("AZFW0012", "a retry policy serves timers only");
        }

        if (trigger is BlobTriggerAttribute && parameter.ParameterType != typeof(BlobClient))
        {
            yield return ("host", $"a blob trigger is bound to a BlobClient, not to {parameter.ParameterType.Name}");
        }

        if (trigger is ServiceBusTriggerAttribute { AutoCompleteMessages: true } && bound.Any(pair => pair.Parameter.ParameterType == typeof(ServiceBusMessageActions)))
        {
            yield return ("host", "what settles its messages must not have them completed as well");
        }

        if (trigger is HttpTriggerAttribute && parameter.ParameterType != typeof(HttpRequest))
        {
            yield return ("AZFW0011", $"with the integration of ASP.NET Core a request is an HttpRequest, not {parameter.ParameterType.Name}");
        }

        foreach (var names in method.GetParameters().Select(each => each.Name!).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            yield return ("host", $"names that differ by case only: {string.Join(", ", names)}");
        }
    }
}
