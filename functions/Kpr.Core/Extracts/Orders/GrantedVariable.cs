using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Extracts.Orders;

/// <summary>Whether a variable is in a decision, and in which form.</summary>
internal static class GrantedVariable
{
    /// <summary>Why it is not, in Norwegian; null when it is.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="name">Name of the variable in it.</param>
    /// <param name="grant">What the case allows.</param>
    /// <param name="variable">The variable.</param>
    public static ExtractFault? Refuse(ExtractSource source, string? name, ExtractGrant grant, out CatalogueVariable? variable)
    {
        variable = VariableCatalogue.Find($"{source.Name}.{name}");
        return variable is not { IsOffered: true } ? new ExtractFault($"Variabelkatalogen har ikke «{name}» i {source.Name}.")
            : !grant.Variables.ContainsKey(variable.Id) ? new ExtractFault($"Vedtaket åpner ikke variabelen «{variable.Id}».")
            : null;
    }

    /// <summary>Why the variable may not be had in a form, in Norwegian; null when it may.</summary>
    /// <param name="variable">The variable, which is in the decision.</param>
    /// <param name="form">The form; null for as it is stored.</param>
    /// <param name="grant">What the case allows.</param>
    public static ExtractFault? RefuseForm(CatalogueVariable variable, string? form, ExtractGrant grant)
    {
        var forms = ExtractForms.FormsOf(variable).ToList();
        var (ordered, promised) = (forms.IndexOf(form), forms.IndexOf(grant.Variables[variable.Id]));
        return ordered < 0 ? new ExtractFault($"«{variable.Column.Name}» finnes ikke som «{form}».{(variable.Coarser.Count == 0 ? "" : $" Den finnes som {string.Join(", ", variable.Coarser)}.")}")
            : ordered < promised ? new ExtractFault($"«{variable.Column.Name}» er lovet grovere i vedtaket: som «{forms[promised]}».")
            : null;
    }
}
